/** Secrets that settings refer to, in the vaults of Azure. */
@NullMarked
package dev.footbridge.azure.secret;

import org.jspecify.annotations.NullMarked;
