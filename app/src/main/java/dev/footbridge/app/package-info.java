/** The server that gets deployed: which packs, with which policy. The one place to edit; knows no platform. */
@NullMarked
package dev.footbridge.app;

import org.jspecify.annotations.NullMarked;
