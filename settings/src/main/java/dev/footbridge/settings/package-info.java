/** The file {@code footbridge.yaml}, read strictly: what is not understood keeps a server from starting. */
@NullMarked
package dev.footbridge.settings;

import org.jspecify.annotations.NullMarked;
