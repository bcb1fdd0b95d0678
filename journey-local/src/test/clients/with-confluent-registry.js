// kafkajs with Confluent's own registry client.
const { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } = require('@confluentinc/schemaregistry')
const run = require('./kafka')

run((url) => {
  const client = new SchemaRegistryClient({ baseURLs: [url] })
  const reader = new AvroDeserializer(client, SerdeType.VALUE, {})
  const writer = new AvroSerializer(client, SerdeType.VALUE, { autoRegisterSchemas: false, useLatestVersion: true })
  return {
    async read(topic, bytes) {
      const value = await reader.deserialize(topic, bytes)
      const schema = await client.getBySubjectAndId(`${topic}-value`, bytes.readInt32BE(1))
      const [type] = await reader.toType(schema)
      return { value, json: type.toString(value) }
    },
    toBytes: (topic, event) => writer.serialize(topic, event),
  }
})
