/**
 * Who may call what. The same decision is made for a list and for a call; deny wins, and what cannot be decided is not
 * allowed. Knows no YAML: a policy is read from JSON, which whoever reads files makes of them.
 */
@NullMarked
package dev.footbridge.policy;

import org.jspecify.annotations.NullMarked;
