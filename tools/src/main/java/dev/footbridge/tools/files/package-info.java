/**
 * A folder of files for agents: list, read, search, and change if the operator allows it.
 *
 * <p>In reading order: {@code FilesPack} puts it together; {@code RelativePath} and {@code Visibility} say what a path
 * may be; {@code ServedFolder} and {@code Folder} are the only way to the disk; {@code Walk} visits files in one order;
 * then one class for each tool.
 */
@NullMarked
package dev.footbridge.tools.files;

import org.jspecify.annotations.NullMarked;
