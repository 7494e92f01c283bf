/** What the server keeps between requests, in one table of Azure Storage. */
@NullMarked
package dev.footbridge.azure.table;

import org.jspecify.annotations.NullMarked;
