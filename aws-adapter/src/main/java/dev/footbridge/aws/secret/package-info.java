/** Secrets that settings refer to, in the vaults of AWS. */
@NullMarked
package dev.footbridge.aws.secret;

import org.jspecify.annotations.NullMarked;
