// Kafka as both scripts use it: read the first records of some topics, write one event.
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = require('kafkajs')
const lz4 = require('lz4js')

// Journeystream's producers compress with LZ4, which kafkajs leaves to its users. For reading only: Kafka does not take
// what lz4js compresses.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: () => Promise.reject(new Error('write with GZIP, which kafkajs has, or without compression')),
  decompress: async (bytes) => Buffer.from(lz4.decompress(bytes)),
})

const EVENTS = 'journey.channel-events.v1'
const HEALTH = 'journey.health.v1'
const PATIENCE_MILLIS = 60_000

// One phone call; what has a default in the schema is left out.
const callOf = (account) => ({
  source: account,
  eventId: `${account}-1`,
  occurredAt: Date.parse('2020-01-01T00:00:00Z'),
  identifiers: [{ type: 'account', value: account }],
  intent: 'billing',
  channel: 'phone',
  contactId: `${account}-1`,
  action: 'CONNECTED',
  durationMillis: 60_000,
})

// Avro's decimals are bytes, a whole number in two's complement of any length: how many of its digits follow the point is
// in the schema.
function decimal(bytes, scale) {
  const whole = BigInt.asIntN(8 * bytes.length, BigInt(`0x${bytes.toString('hex')}`))
  const digits = `${whole < 0n ? -whole : whole}`.padStart(scale + 1, '0')
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

// Counts: of each topic the number of records to read.
async function readRecords(kafka, account, counts, read) {
  const consumer = kafka.consumer({ groupId: `foreign-${account}` })
  await consumer.connect()
  await consumer.subscribe({ topics: Object.keys(counts), fromBeginning: true })
  const missing = { ...counts }
  const seen = []
  await new Promise((resolve, reject) => {
    const tooFew = () => reject(new Error(`these did not come: ${JSON.stringify(missing)}`))
    setTimeout(tooFew, PATIENCE_MILLIS).unref()
    const eachMessage = async ({ topic, message }) => {
      seen.push({ topic, key: message.key.toString(), ...(await read(topic, message.value)) })
      missing[topic]--
      if (Object.values(missing).every((number) => number === 0)) resolve()
    }
    consumer.run({ eachMessage }).catch(reject)
  })
  await consumer.disconnect()
  return seen
}

async function writeEvent(kafka, account, toBytes) {
  const producer = kafka.producer()
  await producer.connect()
  const value = await toBytes(callOf(account))
  const messages = [{ key: `account:${account}`, value }]
  await producer.send({ topic: EVENTS, acks: -1, compression: CompressionTypes.GZIP, messages })
  await producer.disconnect()
}

// What a cell says of money, as numbers.
function moneyOf({ key, value }) {
  const { cost, byChannelCount } = value.provisional
  return ['money', key, decimal(cost, 6), decimal(byChannelCount[0].costSquared, 12)]
}

// Arguments: bootstrap servers, registry, account of the event to write, topics with the number of records to read.
// Prints each record's topic, key and value in Avro's JSON, one record a line, and then the money of health cells.
async function run(codecOf) {
  const [bootstrap, registry, account, ...topics] = process.argv.slice(2)
  const counts = Object.fromEntries(topics.map((topic) => topic.split('=')).map(([name, count]) => [name, Number(count)]))
  const kafka = new Kafka({ clientId: account, brokers: bootstrap.split(','), logLevel: logLevel.ERROR })
  const codec = codecOf(registry)
  const records = await readRecords(kafka, account, counts, codec.read)
  await writeEvent(kafka, account, (event) => codec.toBytes(EVENTS, event))
  records.forEach(({ topic, key, json }) => console.log([topic, key, json].join('\t')))
  records.filter(({ topic }) => topic === HEALTH).forEach((cell) => console.log(moneyOf(cell).join('\t')))
}

module.exports = (codecOf) =>
  run(codecOf).then(
    () => process.exit(0),
    (error) => {
      console.error(error)
      process.exit(1)
    },
  )
