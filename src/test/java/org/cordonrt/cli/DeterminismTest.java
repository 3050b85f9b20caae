package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.JsonReport;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same inputs give the same bytes, wherever and however Cordon runs. */
class DeterminismTest {
    private static final Path PLAN = Path.of("testdata/spine/3fx-pass");
    private static final List<String> FORMATS =
            List.of("text", "json", "csv", "md", "junit", "sarif", "github", "html", "pdf");

    @TempDir
    Path folder;

    @Test
    void anyNumberOfThreads() {
        TreatmentCase plan = CaseReader.read(CaseRequest.of(PLAN));
        List<String> results = IntStream.rangeClosed(1, 8)
                .mapToObj(n -> new String(
                        JsonReport.of(PlanCheck.assess(
                                plan,
                                CheckOptions.defaults()
                                        .withModel(ModelOptions.defaults().withThreads(n)))),
                        StandardCharsets.UTF_8))
                .toList();
        assertThat(results).containsOnly(results.get(0));
    }

    @Test
    void anyOrderOfTheFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(PLAN)) {
            files.addAll(all.filter(f -> f.toString().endsWith(".dcm")).sorted().toList());
        }
        String sorted = json(files);
        Collections.reverse(files);
        assertThat(json(files)).isEqualTo(sorted);
        Collections.swap(files, 0, 1);
        assertThat(json(files)).isEqualTo(sorted);
    }

    private static String json(List<Path> files) {
        List<Object> line = new ArrayList<>(List.of("check", "--format", "json"));
        line.addAll(files);
        return CommandLineRun.of(line.toArray()).out();
    }

    /** Languages with a comma, a dotless i and other digits; the other end of the world; an old encoding. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=de -Duser.country=DE -Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=tr -Duser.country=TR -Duser.timezone=America/St_Johns",
                "-Duser.language=ar -Duser.country=EG -Duser.extensions=nu-arab -Dfile.encoding=ISO-8859-1",
                "-Duser.language=th -Duser.country=TH -Duser.variant=TH -Dfile.encoding=US-ASCII"
            })
    void anyLanguageTimeZoneAndEncoding(String settings) throws Exception {
        Map<String, String> usual = written("usual", "-Duser.language=en -Duser.timezone=UTC -Dfile.encoding=UTF-8");
        Map<String, String> other = written("other", settings);
        assertThat(usual.keySet()).hasSize(FORMATS.size());
        for (String format : FORMATS) {
            assertThat(other.get(format)).as(format).isEqualTo(usual.get(format));
        }
    }

    private Map<String, String> written(String name, String settings) throws Exception {
        Path to = Files.createDirectories(folder.resolve(name));
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(settings.split(" ")));
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        line.addAll(List.of("org.cordonrt.cli.Main", "check", PLAN.toString(), "-q"));
        FORMATS.forEach(f -> line.addAll(List.of("--out", f + "=" + to.resolve("result." + f))));
        Path said = folder.resolve(name + ".txt");
        Process run = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(run.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(said, StandardCharsets.ISO_8859_1)).doesNotContain("cordon: error");
        Map<String, String> files = new TreeMap<>();
        for (String f : FORMATS) {
            files.put(f, Files.readString(to.resolve("result." + f), StandardCharsets.ISO_8859_1));
        }
        return files;
    }
}
