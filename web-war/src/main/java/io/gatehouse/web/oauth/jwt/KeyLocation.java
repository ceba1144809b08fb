package io.gatehouse.web.oauth.jwt;

import io.gatehouse.kernel.config.JwtKeyLocation;
import io.gatehouse.kernel.http.BoundedHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

/** Reads the key document at {@code mp.jwt.verify.publickey.location} or at a provider's {@code jwks_uri}. */
final class KeyLocation implements KeySource {

    private static final String TYPES = "application/jwk-set+json, application/json, */*;q=0.5";

    private final String location;
    private final BoundedHttp http;

    KeyLocation(String location, BoundedHttp http) {
        this.location = location;
        this.http = http;
    }

    @Override
    public String read() throws IOException {
        return JwtKeyLocation.isRemote(location) ? fetched(URI.create(location)) : JwtKeyLocation.read(location);
    }

    private String fetched(URI address) throws IOException {
        BoundedHttp.Answer answer = http.exchange(
                HttpRequest.newBuilder(address).header("Accept", TYPES).GET());
        if (answer.status() != 200) {
            throw new IOException("it answered " + answer.status());
        }
        return answer.text();
    }
}
