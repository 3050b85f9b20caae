package org.cordonrt.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.InputFile;

/**
 * The files that {@code --out FORMAT=FILE} names. They appear whole or not at all, and never in the place of an input.
 *
 * @param targets in the order given
 */
record OutputFiles(List<Target> targets) {
    OutputFiles {
        targets = List.copyOf(targets);
    }

    /**
     * One file to write.
     *
     * @param format what to write
     * @param file where
     */
    record Target(OutputFormat format, Path file) {
        /** Figures of different formats may stand in one folder; nothing else shares a place. */
        private boolean collidesWith(Target other) {
            boolean same = file.toAbsolutePath()
                    .normalize()
                    .equals(other.file.toAbsolutePath().normalize());
            return same && !(format != other.format && format.mayFillFolder() && other.format.mayFillFolder());
        }
    }

    /**
     * @param options FORMAT=FILE each
     * @param known the formats that the verb at hand writes
     * @param inputs files that the command line names as inputs; what is no file is passed over
     * @throws CordonException USAGE when an option is no FORMAT=FILE, or OUTPUT_UNWRITABLE for a hopeless place
     */
    static OutputFiles parse(List<String> options, Set<OutputFormat> known, List<Path> inputs) {
        List<Target> targets = new ArrayList<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1 || equals == option.length() - 1) {
                throw CliOptions.usage("--out needs FORMAT=FILE such as json=result.json, not '" + option + "'");
            }
            Path file = CliOptions.path(option.substring(equals + 1));
            Target target = new Target(OutputFormat.named(option.substring(0, equals), "--out", known), file);
            if (targets.stream().anyMatch(target::collidesWith)) {
                throw CliOptions.usage("--out names " + file + " twice");
            }
            refuseHopeless(target);
            refuseInputs(inputs, file);
            targets.add(target);
        }
        return new OutputFiles(targets);
    }

    /** Early, because a check of a large plan should not be lost to a mistyped folder. */
    private static void refuseHopeless(Target target) {
        Path file = target.file;
        if (Files.isDirectory(file)) {
            if (target.format.mayFillFolder()) {
                return;
            }
            throw unwritable(file, "it is a folder");
        }
        if (Files.isRegularFile(file) && DicomFile.looksLikeDicom(file)) {
            // Whether this run reads it or not: nobody wants a result in the place of an image.
            throw unwritable(file, "it is a DICOM file");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw unwritable(file, "its folder does not exist");
        }
    }

    /** Writes every file; {@code content} gives the files of a format and the place that the user named for it. */
    void write(List<InputFile> inputs, BiFunction<OutputFormat, Path, Map<Path, byte[]>> content) {
        List<Path> read = inputs.stream().map(i -> Path.of(i.path())).toList();
        for (Target t : targets) {
            refuseInputs(read, t.file);
        }
        for (Target t : targets) {
            Map<Path, byte[]> files = content.apply(t.format, t.file);
            files.keySet().forEach(f -> refuseInputs(read, f));
            if (!files.containsKey(t.file)) {
                makeFolder(t.file);
            }
            files.forEach(OutputFiles::writeWhole);
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, reason(e));
        }
    }

    private static void refuseInputs(List<Path> inputs, Path output) {
        for (Path input : inputs) {
            if (isSame(input, output)) {
                throw unwritable(output, "it is one of the inputs");
            }
        }
    }

    private static boolean isSame(Path input, Path output) {
        try {
            return Files.exists(output) && Files.exists(input) && Files.isSameFile(input, output);
        } catch (IOException e) {
            throw unwritable(output, reason(e));
        }
    }

    /** Writes beside the target and moves into place, so that no reader ever sees half of it. */
    static void writeWhole(Path file, byte[] content) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                // A pipe or a device cannot be replaced by a file.
                Files.write(file, content, StandardOpenOption.WRITE);
                return;
            }
            // Through a symbolic link, so that the link stays one.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path draft = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                Files.write(draft, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                replace(draft, target);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new CordonException(IssueCode.OUTPUT_UNWRITABLE, file + " cannot be written: " + reason(e), e);
        }
    }

    private static void replace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static CordonException unwritable(Path file, String why) {
        return new CordonException(
                IssueCode.OUTPUT_UNWRITABLE, file + " cannot be written: " + why + "; name another file with --out");
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException f) {
            return f.getReason() == null ? f.getClass().getSimpleName() : f.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
