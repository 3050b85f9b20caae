package org.cordonrt.diff;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads results of earlier runs. */
public final class DiffFuzz {
    private static final Path FILE = Path.of("input.json");

    private DiffFuzz() {}

    public static void result(byte[] input) {
        Document document = Document.of(input, FILE);
        if (!Document.KNOWN.contains(document.schema())) {
            throw new AssertionError("took " + document.schema());
        }
    }

    public static List<byte[]> resultSeeds() {
        String assessment = """
                {"schema":"cordon/assessment/1","tool":{"version":"0.1"},"verdict":"PASS","issues":[],
                "results":[{"id":"C1","limit":14.5,"value":{"lower":1e1,"upper":-12.25},"state":null,"counts":true}]}
                """;
        return List.of(assessment.getBytes(StandardCharsets.UTF_8));
    }
}
