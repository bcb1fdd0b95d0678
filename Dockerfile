# One image for every role: the command line with all it needs, and a Java runtime below. Build it with docker/build,
# which compiles first. Layers in the order in which they change: others' libraries seldom, our modules with every commit.
ARG JOURNEY_BASE_IMAGE=eclipse-temurin:17.0.19_10-jre
FROM ${JOURNEY_BASE_IMAGE}

# Without tools that a small base may lack.
USER 0
RUN echo 'journey:x:10001:' >> /etc/group \
    && echo 'journey:x:10001:10001::/var/lib/journeystream:/sbin/nologin' >> /etc/passwd \
    && mkdir -p /var/lib/journeystream/state /var/lib/journeystream/keys \
    && chown -R 10001:10001 /var/lib/journeystream \
    && chmod -R 0750 /var/lib/journeystream

COPY journey-local/target/lib /opt/journeystream/journey-local/target/lib
COPY docker/health docker/init /opt/journeystream/docker/
COPY journey /opt/journeystream/journey
COPY examples /opt/journeystream/examples
COPY journey-local/target/modules /opt/journeystream/journey-local/target/modules
COPY journey-local/target/journey-local-*.jar /opt/journeystream/journey-local/target/
COPY journey-local/target/sbom.json /opt/journeystream/sbom.json

ENV JOURNEY_STREAMS_STATE_DIRECTORY=/var/lib/journeystream/state
USER 10001:10001
WORKDIR /var/lib/journeystream
STOPSIGNAL SIGTERM
# Restoring state may take its time: until it has been ready once, not being so is no failure.
HEALTHCHECK --interval=5s --timeout=3s --start-period=10m --retries=3 CMD ["/opt/journeystream/docker/health"]
ENTRYPOINT ["/opt/journeystream/journey"]
CMD ["--help"]
