/** Who may reach the server: origins, hosts, credentials, and the sealing of what a client carries for us. */
@NullMarked
package dev.footbridge.security;

import org.jspecify.annotations.NullMarked;
