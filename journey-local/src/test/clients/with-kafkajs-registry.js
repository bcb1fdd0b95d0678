// kafkajs with its community's registry client.
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry')
const run = require('./kafka')

run((host) => {
  const registry = new SchemaRegistry({ host })
  return {
    async read(topic, bytes) {
      const value = await registry.decode(bytes)
      const schema = await registry.getSchema(bytes.readInt32BE(1))
      return { value, json: schema.toString(value) }
    },
    async toBytes(topic, event) {
      return registry.encode(await registry.getLatestSchemaId(`${topic}-value`), event)
    },
  }
})
