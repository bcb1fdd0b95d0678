package io.journeystream.definitions.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Turns the bytes of a file into values with places. Nothing in the file can make it build objects or expand aliases. */
public final class YamlDocument {
    private YamlDocument() {}

    /** Its one document; absent if it has none, or if it cannot be parsed, which is then reported. */
    public static Value read(byte[] content, Mistakes mistakes) {
        return new Value("the file", parse(content, mistakes), mistakes);
    }

    private static @Nullable Node parse(byte[] content, Mistakes mistakes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new Yaml(new LoaderOptions()).compose(new StringReader(withoutMark(text)));
        } catch (CharacterCodingException e) {
            mistakes.add((Mark) null, "the file must be text in UTF-8");
        } catch (MarkedYAMLException e) {
            mistakes.add(e.getProblemMark(), "not valid YAML: " + e.getProblem());
        } catch (YAMLException e) {
            mistakes.add((Mark) null, "not valid YAML: " + firstLine(e));
        }
        return null;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
