package org.cordonrt.rt;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/**
 * Lists the regular files under the given paths, each once, in an order that does not depend on the file system. Hidden
 * files and folders are passed over unless named; links are followed, loops are cut.
 */
final class FileFinder {
    private FileFinder() {}

    static List<FoundFile> find(List<Path> paths) {
        Map<Path, FoundFile> byRealPath = new HashMap<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                for (FoundFile f : walk(path)) {
                    byRealPath.merge(realPath(f), f, FileFinder::preferred);
                }
            } else if (Files.exists(path)) {
                FoundFile f = new FoundFile(path, show(path), true);
                byRealPath.merge(realPath(f), f, FileFinder::preferred);
            } else {
                throw new CordonException(
                        IssueCode.FILE_UNREADABLE, show(path) + ": no such file or folder; check the path");
            }
        }
        List<FoundFile> all = new ArrayList<>(byRealPath.values());
        all.sort(Comparator.comparing(FoundFile::shown));
        return all;
    }

    private static List<FoundFile> walk(Path root) {
        List<FoundFile> found = new ArrayList<>();
        SimpleFileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return !folder.equals(root) && isHidden(folder)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isHidden(file)) {
                    found.add(new FoundFile(file, show(file), false));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                // A loop of links leads back to what is already listed, and a vanished file is not there to be read.
                if (e instanceof FileSystemLoopException || e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        };
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        } catch (IOException e) {
            throw new CordonException(
                    IssueCode.FILE_UNREADABLE,
                    show(root) + ": the folder cannot be searched ("
                            + e.getClass().getSimpleName() + "); check its permissions",
                    e);
        }
        return found;
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    /** The same file reached twice keeps the name the user typed, or else the one that sorts first. */
    private static FoundFile preferred(FoundFile a, FoundFile b) {
        if (a.named() != b.named()) {
            return a.named() ? a : b;
        }
        return a.shown().compareTo(b.shown()) <= 0 ? a : b;
    }

    private static Path realPath(FoundFile f) {
        try {
            return f.path().toRealPath();
        } catch (IOException e) {
            throw new CordonException(
                    IssueCode.FILE_UNREADABLE, f.shown() + ": the file cannot be opened; check its permissions", e);
        }
    }

    private static String show(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
