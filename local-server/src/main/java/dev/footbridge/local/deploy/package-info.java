/** What has to be so before something is deployed to a cloud, looked at without an account. */
@NullMarked
package dev.footbridge.local.deploy;

import org.jspecify.annotations.NullMarked;
