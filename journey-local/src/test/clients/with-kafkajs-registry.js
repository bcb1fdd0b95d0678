// kafkajs with its community's registry client.
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry')
const run = require('./kafka')

run((host) => {
  const registry = new SchemaRegistry({ host })
  return {
    async toJson(bytes) {
      const journey = await registry.decode(bytes)
      const schema = await registry.getSchema(bytes.readInt32BE(1))
      return schema.toString(journey)
    },
    async toBytes(topic, event) {
      return registry.encode(await registry.getLatestSchemaId(`${topic}-value`), event)
    },
  }
})
