/** Tests of what is deployed to Azure. */
@NullMarked
package dev.footbridge.dist.azure;

import org.jspecify.annotations.NullMarked;
