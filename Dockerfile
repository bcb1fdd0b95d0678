# One image for every role: the command line with all it needs, and a Java runtime below. Build it with docker/build,
# which compiles first. Layers in the order in which they change: others' libraries seldom, our modules with every commit.
ARG JOURNEY_BASE_IMAGE=eclipse-temurin:17-jre
FROM ${JOURNEY_BASE_IMAGE}

RUN groupadd --gid 10001 journey \
    && useradd --uid 10001 --gid journey --no-create-home --home-dir /var/lib/journeystream --shell /usr/sbin/nologin journey \
    && install -d -o journey -g journey -m 0750 /var/lib/journeystream /var/lib/journeystream/state /var/lib/journeystream/keys

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
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["/opt/journeystream/docker/health"]
ENTRYPOINT ["/opt/journeystream/journey"]
CMD ["--help"]
