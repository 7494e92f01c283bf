package dev.footbridge.tools.files;

import dev.footbridge.call.Call;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.ResourceDirectory;
import dev.footbridge.feature.ResourceReader;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.http.Bytes;
import dev.footbridge.protocol.Annotations;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.ResourceContents;
import dev.footbridge.protocol.RpcException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files as resources. */
record FileResources(ServedFolder served, FilesSettings settings) implements ResourceReader, ResourceDirectory {

    private static final String PATH = "path";

    ResourceTemplate template() {
        return ResourceTemplate.matching(RelativePath.URI_PREFIX + "{+" + PATH + "}")
                .named("file")
                .title("File")
                .describedAs("A file of the served folder, whole. Texts over "
                        + Shown.bytes(settings.maxResourceBytes()) + " can be read in parts with the tool read_file.")
                .completes(PATH, new PathCompleter(served, PathCompleter.Kind.FILES_AND_FOLDERS))
                .reads(this);
    }

    @Override
    public List<Resource> list(@Nullable String after, int limit) throws IOException {
        List<Resource> page = new ArrayList<>();
        String key = after == null || !after.startsWith(RelativePath.URI_PREFIX)
                ? ""
                : after.substring(RelativePath.URI_PREFIX.length());
        if (after != null && key.isEmpty() && after.compareTo(RelativePath.URI_PREFIX) > 0) {
            return page;
        }
        new Walk(served, settings.followIgnoreFiles(), Order.BY_URI, () -> page.size() >= limit)
                .through(RelativePath.ROOT, key, true, found -> {
                    if (found.isFile()) {
                        page.add(resource(found));
                    }
                    return true;
                });
        return page;
    }

    private static Resource resource(Found found) {
        String name = found.path().name();
        return Resource.at(found.path().uri())
                .named(Shown.name(found.path().joined()))
                .title(Shown.name(name))
                .mimeType(MediaTypes.of(name, MediaTypes.TEXT))
                .size(found.attributes().size())
                .annotations(new Annotations(
                        Set.of(), null, found.attributes().lastModifiedTime().toInstant()))
                .listed();
    }

    @Override
    public List<ResourceContents> read(String uri, Map<String, String> variables, Call call) throws IOException {
        String written = variables.getOrDefault(PATH, "");
        RelativePath path = parsed(written);
        if (!path.joined().equals(written)) {
            // Rules speak of URIs, so a file has one: no dots, no double or final slashes.
            return List.of();
        }
        try (Spot spot = served.find(path);
                InputStream bytes = Channels.newInputStream(spot.read())) {
            byte[] content = bytes.readNBytes(settings.maxResourceBytes() + 1);
            if (content.length > settings.maxResourceBytes()) {
                throw tooLarge(TextKind.of(content, false).isPresent());
            }
            return List.of(contents(uri, spot.name(), content));
        } catch (ToolFailure | FileSystemException notServed) {
            return List.of();
        }
    }

    /** The folder itself, which is no resource, where the text is no path. */
    private static RelativePath parsed(String written) {
        try {
            return RelativePath.parse(written);
        } catch (ToolFailure noPath) {
            return RelativePath.ROOT;
        }
    }

    private static ResourceContents contents(String uri, String name, byte[] content) {
        return TextKind.decode(content)
                .map(text -> ResourceContents.text(uri, MediaTypes.of(name, MediaTypes.TEXT), text))
                .orElseGet(() -> ResourceContents.blob(uri, MediaTypes.of(name, MediaTypes.BINARY), Bytes.of(content)));
    }

    private RpcException tooLarge(boolean isText) {
        return new RpcException(
                ErrorCode.INVALID_PARAMS,
                "The file is larger than " + Shown.bytes(settings.maxResourceBytes())
                        + (isText
                                ? ": read it in parts with the tool read_file"
                                : " and not text: there is no way to read it from here"));
    }
}
