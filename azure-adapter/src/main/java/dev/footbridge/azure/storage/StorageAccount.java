package dev.footbridge.azure.storage;

import dev.footbridge.azure.identity.ManagedIdentity;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/**
 * A storage account as the settings of a Functions app name it: {@code NAME}, a connection string, or for a managed
 * identity {@code NAME__tableServiceUri} (or {@code NAME__accountName}), with {@code NAME__clientId} if it is
 * user-assigned. Making it connects to nothing. Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-reference#connections">the settings</a>
 */
public final class StorageAccount {

    /** The connection that every Functions app has. */
    public static final String USUAL = "AzureWebJobsStorage";

    /** Whom tokens for storage are for. */
    public static final String AUDIENCE = "https://storage.azure.com/";

    private final URI endpoint;
    private final Authorization authorization;
    private final String setting;
    private final InstantSource clock;

    private StorageAccount(URI endpoint, Authorization authorization, String setting, InstantSource clock) {
        this.endpoint = endpoint;
        this.authorization = authorization;
        this.setting = setting;
        this.clock = clock;
    }

    /**
     * Reads the settings.
     *
     * @param connection such as {@link #USUAL}
     * @throws StorageException if something is missing or misspelt, with the name of the setting
     */
    public static StorageAccount of(Map<String, String> environment, String connection, InstantSource clock) {
        String text = environment.getOrDefault(connection, "");
        if (!text.isEmpty()) {
            ConnectionString read = ConnectionString.read(text, connection);
            return new StorageAccount(read.endpoint(), read.key(), connection, clock);
        }
        String setting = connection + "__tableServiceUri";
        String address = environment.getOrDefault(setting, "");
        String name = environment.getOrDefault(connection + "__accountName", "");
        if (address.isEmpty() && name.isEmpty()) {
            throw new StorageException(
                    "there is no storage account: neither " + connection + " nor " + setting + " is set", null);
        }
        String place = address.isEmpty() ? "https://" + name + ".table.core.windows.net" : address;
        URI endpoint = Endpoint.safe(place, address.isEmpty() ? connection + "__accountName" : setting);
        String clientId = environment.getOrDefault(connection + "__clientId", "");
        ManagedIdentity identity = new ManagedIdentity(environment, AUDIENCE, clientId, clock);
        return new StorageAccount(endpoint, new BearerToken(identity), setting, clock);
    }

    public TableService tables(StoragePatience patience) {
        return new TableService(this, patience);
    }

    /** The setting that names it; for the operator. */
    public String setting() {
        return setting;
    }

    URI endpoint() {
        return endpoint;
    }

    Authorization authorization() {
        return authorization;
    }

    InstantSource clock() {
        return clock;
    }
}
