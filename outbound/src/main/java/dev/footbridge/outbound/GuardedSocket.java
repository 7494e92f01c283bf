package dev.footbridge.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;

/** A socket that looks at the address it connects to: what a name meant to somebody a moment ago does not matter. */
final class GuardedSocket extends Socket {

    private final Addresses addresses;

    GuardedSocket(Addresses addresses) {
        super(Proxy.NO_PROXY);
        this.addresses = addresses;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        InetAddress address = endpoint instanceof InetSocketAddress place ? place.getAddress() : null;
        if (address == null) {
            throw new UnknownHostException("the host is not known");
        }
        if (!addresses.allow(address)) {
            throw new OutboundRefusal("the host has an address that is not allowed: " + address.getHostAddress());
        }
        super.connect(endpoint, timeout);
    }
}
