package org.cordonrt.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/**
 * A folder that holds the files of one plan, in any layout.
 *
 * @param path as it was given or found
 */
record PlanFolder(Path path) {
    private static final int BLOCK_BYTES = 1 << 16;

    /**
     * The plans in folders: a folder that holds DICOM files itself is one plan; of any other each folder in it is one.
     * In the order given, folders in a folder by name. Hidden ones are left out.
     *
     * @throws CordonException FILE_UNREADABLE for what is no folder or holds nothing
     */
    static List<PlanFolder> in(List<Path> folders) {
        List<PlanFolder> plans = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new CordonException(
                        IssueCode.FILE_UNREADABLE, shown(folder) + ": is no folder; give folders that hold plans");
            }
            List<Path> entries = entries(folder);
            List<Path> inside = entries.stream().filter(Files::isDirectory).toList();
            if (inside.isEmpty() || entries.stream().anyMatch(PlanFolder::isDicom)) {
                plans.add(new PlanFolder(folder));
            } else {
                inside.forEach(f -> plans.add(new PlanFolder(f)));
            }
        }
        return plans.stream().distinct().toList();
    }

    private static boolean isDicom(Path file) {
        return Files.isRegularFile(file) && DicomFile.looksLikeDicom(file);
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(p -> !isHidden(p)).sorted().toList();
        } catch (IOException e) {
            throw new CordonException(IssueCode.FILE_UNREADABLE, shown(folder) + ": the folder cannot be read", e);
        }
    }

    private static boolean isHidden(Path p) {
        return p.getFileName().toString().startsWith(".");
    }

    /** With forward slashes, on every system. */
    String shown() {
        return shown(path);
    }

    private static String shown(Path p) {
        return p.toString().replace(p.getFileSystem().getSeparator(), "/");
    }

    /** SHA-256 of the names and sizes of all files in the folder: another file may change what is checked. */
    String filesSha256() {
        try (Stream<Path> all = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            StringBuilder list = new StringBuilder();
            for (Path f : files) {
                list.append(shown(path.relativize(f)))
                        .append('\0')
                        .append(Files.size(f))
                        .append('\n');
            }
            return sha256(list.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | UncheckedIOException e) {
            throw new CordonException(IssueCode.FILE_UNREADABLE, shown() + ": the folder cannot be read", e);
        }
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** Of a file's bytes; empty when it cannot be read. */
    static String sha256(Path file) {
        MessageDigest digest = digest();
        byte[] block = new byte[BLOCK_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        } catch (IOException e) {
            return "";
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
