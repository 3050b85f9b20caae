package org.cordonrt.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the program runs, as far as configuration files depend on it.
 *
 * @param workingFolder absolute; empty: no configuration file is looked for
 * @param home of the user
 * @param userFile configuration file of the user
 * @param userFileShown its name for messages, the same for every user
 */
record Surroundings(Optional<Path> workingFolder, Optional<Path> home, Optional<Path> userFile, String userFileShown) {

    /** Without any configuration file. */
    static Surroundings none() {
        return new Surroundings(Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    static Surroundings ofProcess() {
        return of(
                System.getenv(),
                System.getProperty("user.dir"),
                System.getProperty("user.home"),
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows"));
    }

    static Surroundings of(
            Map<String, String> environment, String workingFolder, @Nullable String home, boolean windows) {
        Optional<Path> homeFolder = path(home);
        Optional<Path> roaming = windows ? path(environment.get("APPDATA")) : Optional.empty();
        Optional<Path> xdg = path(environment.get("XDG_CONFIG_HOME"));
        Optional<Path> folder = roaming.or(() -> xdg).or(() -> homeFolder.map(h -> h.resolve(".config")));
        String shown = roaming.isPresent() ? "%APPDATA%" : xdg.isPresent() ? "$XDG_CONFIG_HOME" : "~/.config";
        return new Surroundings(
                path(workingFolder),
                homeFolder,
                folder.map(f -> f.resolve("cordon").resolve("config.yaml")),
                shown + "/cordon/config.yaml");
    }

    /** Relative paths mean nothing here (XDG Base Directory Specification). */
    private static Optional<Path> path(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty(); // then there is no such folder
        }
    }
}
