// Kafka as both scripts use it: read the first journeys, write one event.
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = require('kafkajs')
const lz4 = require('lz4js')

// Journeystream's producers compress with LZ4, which kafkajs leaves to its users. For reading only: Kafka does not take
// what lz4js compresses.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: () => Promise.reject(new Error('write with GZIP, which kafkajs has, or without compression')),
  decompress: async (bytes) => Buffer.from(lz4.decompress(bytes)),
})

const EVENTS = 'journey.channel-events.v1'
const JOURNEYS = 'journey.journeys.v1'
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

async function readJourneys(kafka, account, count, toJson) {
  const consumer = kafka.consumer({ groupId: `foreign-${account}` })
  await consumer.connect()
  await consumer.subscribe({ topics: [JOURNEYS], fromBeginning: true })
  const seen = []
  await new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`only ${seen.length} of ${count} journeys came`)), PATIENCE_MILLIS).unref()
    const eachMessage = async ({ message }) => {
      seen.push(await toJson(message.value))
      if (seen.length === count) resolve()
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

// Arguments: bootstrap servers, registry, account of the event to write, number of journeys to read.
// Prints each journey in Avro's JSON, one a line.
async function run(codecOf) {
  const [bootstrap, registry, account, count] = process.argv.slice(2)
  const kafka = new Kafka({ clientId: account, brokers: bootstrap.split(','), logLevel: logLevel.ERROR })
  const codec = codecOf(registry)
  const journeys = await readJourneys(kafka, account, Number(count), codec.toJson)
  await writeEvent(kafka, account, (event) => codec.toBytes(EVENTS, event))
  journeys.forEach((journey) => console.log(journey))
}

module.exports = (codecOf) =>
  run(codecOf).then(
    () => process.exit(0),
    (error) => {
      console.error(error)
      process.exit(1)
    },
  )
