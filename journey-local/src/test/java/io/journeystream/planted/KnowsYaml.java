package io.journeystream.planted;

import org.yaml.snakeyaml.Yaml;

class KnowsYaml {
    final Yaml yaml = new Yaml();
}
