package dev.footbridge.tools.files;

import java.time.Duration;

/**
 * What the operator allows, and how much one answer may hold.
 *
 * @param writable whether files may be written, moved and deleted
 * @param showHidden whether names that begin with a dot are served; {@code .git} never is
 * @param followIgnoreFiles whether listings and searches leave out what {@code .gitignore} files name
 * @param maxReadBytes text in one answer of {@code read_file} or {@code search_files}
 * @param maxResourceBytes the largest file that is served whole, as a resource
 * @param maxWriteBytes the largest file that may be written
 * @param maxResults entries or matches in one answer
 * @param searchTime after which a search or a listing answers with what it has
 */
public record FilesSettings(
        boolean writable,
        boolean showHidden,
        boolean followIgnoreFiles,
        int maxReadBytes,
        int maxResourceBytes,
        int maxWriteBytes,
        int maxResults,
        Duration searchTime) {

    /** Read only, hidden files hidden, ignore files followed. */
    public static final FilesSettings DEFAULT = new FilesSettings(
            false, false, true, 64 * 1024, 4 * 1024 * 1024, 1024 * 1024, 1000, Duration.ofSeconds(10));

    public FilesSettings {
        if (maxReadBytes < 1 || maxResourceBytes < 1 || maxWriteBytes < 1 || maxResults < 1) {
            throw new IllegalArgumentException("the limits of a files pack must be positive");
        }
        if (searchTime.isNegative() || searchTime.isZero()) {
            throw new IllegalArgumentException("the time for a search must be positive");
        }
    }

    public FilesSettings allowingWrites() {
        return new FilesSettings(
                true,
                showHidden,
                followIgnoreFiles,
                maxReadBytes,
                maxResourceBytes,
                maxWriteBytes,
                maxResults,
                searchTime);
    }

    public FilesSettings showingHidden() {
        return new FilesSettings(
                writable,
                true,
                followIgnoreFiles,
                maxReadBytes,
                maxResourceBytes,
                maxWriteBytes,
                maxResults,
                searchTime);
    }

    /** Lists and searches files that {@code .gitignore} files name, too. */
    public FilesSettings overlookingIgnoreFiles() {
        return new FilesSettings(
                writable, showHidden, false, maxReadBytes, maxResourceBytes, maxWriteBytes, maxResults, searchTime);
    }
}
