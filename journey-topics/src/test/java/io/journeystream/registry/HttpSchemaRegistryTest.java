package io.journeystream.registry;

class HttpSchemaRegistryTest extends RegistryAnswers {

    @Override
    SchemaRegistry connect(RegistrySettings settings) {
        return RegistryClient.OWN.connect(settings);
    }
}
