package io.journeystream.registry;

class ConfluentSchemaRegistryTest extends RegistryAnswers {

    @Override
    SchemaRegistry connect(RegistrySettings settings) {
        return RegistryClient.CONFLUENT.connect(settings);
    }
}
