package org.cordonrt.selftest;

import java.util.Objects;

/**
 * Where a test ran.
 *
 * @param java the Java runtime: vendor, name, version
 * @param system operating system, version and architecture
 */
public record Platform(String java, String system) {
    public Platform {
        Objects.requireNonNull(java, "java");
        Objects.requireNonNull(system, "system");
    }

    /** This process's. */
    public static Platform current() {
        return new Platform(
                property("java.vm.name") + " " + property("java.runtime.version") + " (" + property("java.vendor")
                        + ")",
                property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
