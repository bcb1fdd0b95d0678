/**
 * Schemas beside the records: a client of the Confluent Schema Registry REST API, the Confluent wire format, and
 * serializers of generated Avro classes on both. Knows nothing of topics' meaning.
 */
package io.journeystream.registry;
