package org.cordonrt.check;

import java.util.Objects;

/**
 * The program that made a result.
 *
 * @param name cordon
 * @param version of the release; {@code development} when not run from its jar
 */
public record Tool(String name, String version) {
    private static final String NAME = "cordon";
    private static final String UNRELEASED = "development";

    public Tool {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
    }

    /** This program, with the version that its jar states. */
    public static Tool current() {
        String version = Tool.class.getPackage().getImplementationVersion();
        return new Tool(NAME, version == null ? UNRELEASED : version);
    }
}
