package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.reach.OutOfReach;
import io.journeystream.serve.alerts.reach.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts over HTTP, each on a connection of its own, whose address is looked up and looked at anew. Follows no
 * redirection, keeps no cookies, unpacks nothing, and tries nothing twice.
 */
final class Web implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 200;

    /** More than is quoted and the longest secret together, so that none is cut in two and not known any more. */
    private static final int READ_OF_ANSWER = 8_000;

    private final CloseableHttpClient client;
    private final ChannelSettings settings;

    Web(ChannelSettings settings) {
        this.settings = settings;
        this.client = HttpClients.custom()
                .setConnectionManager(connections(settings))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(settings.patience().answer().toMillis()))
                        .setConnectionRequestTimeout(
                                timeout(settings.patience().connect().toMillis()))
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Journeystream")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static HttpClientConnectionManager connections(ChannelSettings settings) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Looked(settings.reach()))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(settings.tls()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(settings.patience().connect().toMillis()))
                        .setSocketTimeout(timeout(settings.patience().answer().toMillis()))
                        .build())
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .build();
    }

    private static Timeout timeout(long millis) {
        return Timeout.ofMilliseconds(millis);
    }

    /** Gives only addresses that may be reached. */
    private record Looked(Reach reach) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            try {
                return reach.addresses(host);
            } catch (OutOfReach e) {
                UnknownHostException unknown = new UnknownHostException("out of reach");
                unknown.initCause(e);
                throw unknown;
            }
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    Sent post(Post post, Attempt attempt) {
        HttpPost request = new HttpPost(post.uri());
        post.headers().forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(post.bytes(), ContentType.APPLICATION_JSON));
        attempt.waitsFor(request::cancel);
        try {
            return answer(request).meaning(post, settings.clock());
        } catch (IOException e) {
            return trouble(post.name(), e);
        }
    }

    private Answer answer(HttpPost request) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        try {
            Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
            return new Answer(
                    response.getCode(), retryAfter == null ? null : retryAfter.getValue(), beginning(response));
        } finally {
            request.cancel(); // or the rest of an answer, however long it is, would be read first
            close(response);
        }
    }

    /** Of a body that breaks off or never comes as much as there is: the answer is known without it. */
    private static String beginning(ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        byte[] read = new byte[READ_OF_ANSWER];
        int length = 0;
        try {
            InputStream body = entity.getContent();
            int more = body.read(read);
            while (more > 0) {
                length += more;
                more = body.read(read, length, read.length - length);
            }
        } catch (IOException e) {
            return new String(read, 0, length, StandardCharsets.UTF_8);
        }
        return new String(read, 0, length, StandardCharsets.UTF_8);
    }

    private static void close(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            return; // the connection is gone already
        }
    }

    /** In our words: those of exceptions may name what is secret. */
    static Sent trouble(String name, IOException e) {
        if (e instanceof OutOfReach outOfReach) {
            return new Sent.Refused(name + " " + outOfReach.getMessage());
        }
        if (e instanceof UnknownHostException && e.getCause() instanceof OutOfReach outOfReach) {
            return new Sent.Refused(name + " " + outOfReach.getMessage());
        }
        return new Sent.Failed(name + " " + what(e), null);
    }

    private static String what(IOException e) {
        if (e instanceof UnknownHostException) {
            return "has no address: DNS does not know its name";
        }
        if (e instanceof SocketTimeoutException) {
            return "has not answered in time";
        }
        if (e instanceof ConnectException) {
            return "does not accept connections";
        }
        if (e instanceof SSLException) {
            return "has no TLS, or a certificate that is not trusted or for another name";
        }
        return "has broken off the connection";
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
