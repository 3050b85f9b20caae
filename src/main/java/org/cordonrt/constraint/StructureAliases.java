package org.cordonrt.constraint;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;

/**
 * A department's own names of structures. They are compared like the built-in ones: whole names, without regard to case
 * and to which separator is used, never by likeness; and they come before all other rules. Immutable and thread-safe.
 *
 * <pre>
 * schema: cordon/aliases/1
 * aliases:
 *   SPINAL_CORD: [RM, Myelon neu]
 *   SPINAL_CANAL: [Wirbelkanal]
 * </pre>
 */
public final class StructureAliases {
    private static final StructureAliases NONE = new StructureAliases("", "", Map.of());
    private static final String SCHEMA = "cordon/aliases/1";
    private static final Map<String, StructureKind> KINDS = Arrays.stream(StructureKind.values())
            .filter(k -> k != StructureKind.TARGET)
            .collect(Collectors.toMap(StructureKind::name, k -> k));

    private final String file;
    private final String sha256;
    private final Map<String, StructureKind> kinds;

    private StructureAliases(String file, String sha256, Map<String, StructureKind> kinds) {
        this.file = file;
        this.sha256 = sha256;
        this.kinds = Map.copyOf(kinds);
    }

    /** No names but the built-in ones. */
    public static StructureAliases none() {
        return NONE;
    }

    /**
     * Reads an alias file.
     *
     * @throws CordonException ALIAS_FILE when it cannot be read, is not of this shape, or gives one name two meanings
     */
    public static StructureAliases read(Path file) {
        return of(TextFile.read(file, IssueCode.ALIAS_FILE, "the alias file"), file);
    }

    static StructureAliases of(TextFile text, Path file) {
        List<LintFinding> findings = new ArrayList<>();
        Map<String, StructureKind> kinds = new HashMap<>();
        try {
            if (YamlDocument.read(text.text()) instanceof YamlNode.Mapping root) {
                YamlFields f = new YamlFields(root, Set.of("schema", "aliases"), findings);
                f.choice("schema", Map.of(SCHEMA, SCHEMA));
                readKinds(f, kinds, findings);
            } else {
                findings.add(new LintFinding(Severity.ERROR, "type", 1, 1, "an alias file is a mapping of keys"));
            }
        } catch (YamlDocument.Unreadable e) {
            findings.add(e.finding());
        }
        if (!findings.isEmpty()) {
            LintFinding first = findings.get(0);
            throw new CordonException(
                    IssueCode.ALIAS_FILE,
                    Quoted.clean(file.toString()) + ":" + first.line() + ":" + first.column() + ": " + first.message());
        }
        return new StructureAliases(file.toString(), text.sha256(), kinds);
    }

    private static void readKinds(YamlFields f, Map<String, StructureKind> kinds, List<LintFinding> findings) {
        Optional<YamlNode> node = f.node("aliases");
        if (!(node.orElse(null) instanceof YamlNode.Mapping byKind)) {
            f.error("type", "aliases", "'aliases' must map kinds of structures to lists of names");
            return;
        }
        YamlFields named = new YamlFields(byKind, KINDS.keySet(), findings);
        for (YamlNode.Entry e : byKind.entries()) {
            StructureKind kind = KINDS.get(e.key().text());
            if (kind == null) {
                continue; // it has left a finding
            }
            if (!(e.value() instanceof YamlNode.Sequence names)) {
                named.error("type", e.key().text(), kind + " must have a list of names");
                continue;
            }
            for (YamlNode item : names.items()) {
                named.text(kind.name(), item).ifPresent(name -> {
                    String plain = plain(name);
                    StructureKind other = plain.isEmpty() ? kind : kinds.putIfAbsent(plain, kind);
                    if (plain.isEmpty() || other != null && other != kind) {
                        named.error(
                                "value",
                                item.place(),
                                plain.isEmpty()
                                        ? Quoted.text(name) + " has neither letters nor digits"
                                        : Quoted.text(name) + " already stands for " + other.words());
                    }
                });
            }
        }
    }

    /** What the user's file takes a name for. */
    Optional<StructureKind> kindOf(String name) {
        return kinds.isEmpty() ? Optional.empty() : Optional.ofNullable(kinds.get(plain(name)));
    }

    private static String plain(String name) {
        return OrganAliases.plain(
                Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
    }

    /** Path of the file as it was given; empty without one. */
    public String file() {
        return file;
    }

    /** Digest of the file, lower-case hexadecimal; empty without one. */
    public String sha256() {
        return sha256;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof StructureAliases a && a.file.equals(file) && a.kinds.equals(kinds);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, kinds);
    }
}
