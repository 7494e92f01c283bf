@NullMarked
package dev.footbridge.tools.files;

import org.jspecify.annotations.NullMarked;
