# A server in a container:
#
#     docker build -t cartograph .
#     docker run -p 127.0.0.1:8080:8080 -v cartograph:/data -e CARTOGRAPH_ACCESS=open cartograph
#
# A container listens for others, so by default the server asks for API keys. `open` is for a look on one's own machine, `login` for people.

ARG SWIFT=6.3

FROM swift:${SWIFT}-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends make
WORKDIR /src
COPY . .
RUN make dist

# The package brings the libraries, the user and the program, with the Swift runtime inside.
FROM debian:bookworm-slim
COPY --from=build /src/.build/dist/cartograph_*.deb /tmp/cartograph.deb
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      /tmp/cartograph.deb ca-certificates tzdata curl fonts-noto-cjk fonts-noto-color-emoji \
 && rm -rf /var/lib/apt/lists/* /tmp/cartograph.deb \
 && install -d -o cartograph -g cartograph /data
USER cartograph
WORKDIR /data
VOLUME /data
ENV CARTOGRAPH_HOST=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD curl -fsS http://127.0.0.1:8080/readyz
ENTRYPOINT ["cartograph"]
CMD ["serve"]
