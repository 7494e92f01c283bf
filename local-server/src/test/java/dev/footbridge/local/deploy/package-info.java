/** Tests of what is looked at before a deployment. */
@NullMarked
package dev.footbridge.local.deploy;

import org.jspecify.annotations.NullMarked;
