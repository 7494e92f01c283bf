/** What the server keeps between requests, in one table of DynamoDB. */
@NullMarked
package dev.footbridge.aws.dynamo;

import org.jspecify.annotations.NullMarked;
