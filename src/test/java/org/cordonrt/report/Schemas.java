package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped JSON schemas, with an independent JSON reader and validator. */
public final class Schemas {
    private Schemas() {}

    public static JsonNode parse(byte[] json) {
        return JsonMapper.shared().readTree(json);
    }

    /** The document, after it was found to follow the schema that it names. */
    public static JsonNode valid(byte[] json) {
        JsonNode document = parse(json);
        String name = document.get("schema").asString().split("/")[1];
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(name));
        assertThat(schema.validate(document)).as("errors of " + name).isEmpty();
        return document;
    }

    static String text(String name) {
        String resource = name + ".schema.json";
        try (InputStream in = Objects.requireNonNull(JsonReport.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
