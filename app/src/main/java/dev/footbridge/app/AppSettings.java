package dev.footbridge.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What differs between one place the app runs and another.
 *
 * @param folder the folder whose files are offered, empty for none
 * @param writable whether those files may be changed
 */
public record AppSettings(Optional<Path> folder, boolean writable) {}
