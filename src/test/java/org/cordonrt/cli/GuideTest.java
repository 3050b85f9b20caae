package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide says can be done is done: each page's commands run one after the other in a shell. */
@DisabledOnOs(OS.WINDOWS)
class GuideTest {
    private static final Path GUIDE = Path.of("src", "site", "markdown");
    private static final Path ERRORS = GUIDE.resolve("errors.md");

    /** Blocks that are shells' and blocks of build servers, whose lines hold commands among others. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|yaml|groovy)\\n(.*?)^```");

    private static final Pattern COMMAND = Pattern.compile("\\bcordon (?:check|diff)[^'\\n]*");

    @TempDir
    static Path folder;

    @BeforeAll
    static void plans() throws IOException {
        copy(Path.of("testdata/spine/1fx-pass"), folder.resolve("plan"));
        copy(Path.of("testdata/spine/1fx-pass"), folder.resolve("plans/one"));
        copy(Path.of("testdata/spine/3fx-pass"), folder.resolve("plans/two"));
        String readme = Files.readString(Path.of("README.md"));
        Matcher limits = Pattern.compile("(?ms)^```yaml\\n(schema: cordon/constraint-set/1.*?)^```")
                .matcher(readme);
        assertThat(limits.find()).as("the README's own limits").isTrue();
        Files.writeString(folder.resolve("our-limits.yaml"), limits.group(1));
        Path cordon = folder.resolve("bin/cordon");
        Files.createDirectories(cordon.getParent());
        Files.writeString(
                cordon,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path")
                        + "' org.cordonrt.cli.Main \"$@\"\n");
        assertThat(cordon.toFile().setExecutable(true)).isTrue();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path f : files.toList()) {
                Files.copy(f, to.resolve(f.getFileName()));
            }
        }
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> all = Files.list(GUIDE)) {
            return all
                    .filter(p -> p.toString().endsWith(".md"))
                    .filter(p -> !commands(p).isEmpty())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<String> commands(Path page) {
        List<String> commands = new ArrayList<>();
        try {
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                if (block.group(1).equals("sh")) {
                    block.group(2).lines().filter(l -> !l.isBlank()).forEach(commands::add);
                } else {
                    COMMAND.matcher(block.group(2)).results().forEach(r -> commands.add(r.group()));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandDoesWhatThePageSays(Path page) throws Exception {
        for (String command : commands(page)) {
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile());
            // The program under test, whatever else is installed.
            shell.environment().merge("PATH", folder.resolve("bin").toString(), (path, own) -> own + ":" + path);
            assertThat(shell.start().waitFor())
                    .as(command + "\n" + Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8))
                    .isZero();
        }
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        try (Stream<Path> all = Files.list(GUIDE)) {
            for (Path page : all.filter(p -> p.toString().endsWith(".md")).toList()) {
                Matcher link = Pattern.compile("]\\((?!https?:)([^)#]+)\\)").matcher(Files.readString(page));
                while (link.find()) {
                    assertThat(GUIDE.resolve(link.group(1)).normalize())
                            .as("%s", page)
                            .exists();
                }
            }
        }
    }

    /** The list of codes is the one in the program; {@code -Dcordon.golden=write} writes it. */
    @Test
    void everyCodeIsExplained() throws IOException {
        String page = Files.readString(ERRORS);
        String head = "| code | usually | meaning | what to do |\n|---|---|---|---|\n";
        StringBuilder rows = new StringBuilder();
        for (IssueCode c : IssueCode.values()) {
            rows.append("| `" + c + "` | " + c.severity() + " | " + c.meaning() + " | " + c.remedy() + " |\n");
        }
        String expected = page.substring(0, page.indexOf(head) + head.length()) + rows;
        if ("write".equals(System.getProperty("cordon.golden"))) {
            Files.writeString(ERRORS, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }
}
