package dev.footbridge.processor.read;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Annotations that keep callers out: a class that relied on them must not be open when it moves here. */
final class SecurityDialect {

    private static final Set<String> GUARDS = Set.of(
            "io.quarkiverse.mcp.server.ToolGuardrails",
            "io.quarkus.security.Authenticated",
            "io.quarkus.security.PermissionsAllowed",
            "jakarta.annotation.security.DenyAll",
            "jakarta.annotation.security.RolesAllowed",
            "org.springframework.security.access.annotation.Secured",
            "org.springframework.security.access.prepost.PostAuthorize",
            "org.springframework.security.access.prepost.PreAuthorize");

    private SecurityDialect() {}

    static Map<String, Dialect> table() {
        Dialect refused = Dialect.refused(
                "nothing enforces it here: take a Call, check call.caller() in the method, and remove it");
        return GUARDS.stream().collect(Collectors.toMap(guard -> guard, guard -> refused));
    }
}
