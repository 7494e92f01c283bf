package dev.footbridge.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resources that come and go, such as the files of a folder: listed page by page, never held in memory as a whole. They
 * are read through a {@link ResourceTemplate} that matches their URIs. Called by many threads at once.
 */
@FunctionalInterface
public interface ResourceDirectory {

    /**
     * One page, sorted by URI.
     *
     * @param after the last URI of the page before, null for the first page; it may have gone since
     * @param limit how many entries at most
     */
    List<Resource> list(@Nullable String after, int limit) throws Exception;
}
