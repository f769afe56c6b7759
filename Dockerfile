# A server in a container:
#
#     docker build -t cartograph .
#     docker run -p 8080:8080 -v cartograph:/data cartograph

ARG SWIFT=6.3

FROM swift:${SWIFT}-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends make
WORKDIR /src
COPY . .
RUN make build && strip .build/release/cartograph

FROM swift:${SWIFT}-bookworm-slim
# The libraries behind `PACKAGES` in the Makefile, fonts for what the program does not carry, and what TLS and time zones need.
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      libcairo2 libharfbuzz0b libfribidi0 libfreetype6 libdeflate0 zlib1g libcurl4 libsqlite3-0 libpq5 \
      ca-certificates tzdata fonts-noto-cjk fonts-noto-color-emoji \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --home-dir /data cartograph
COPY --from=build /src/.build/release/cartograph /usr/local/bin/cartograph
USER cartograph
WORKDIR /data
VOLUME /data
ENV CARTOGRAPH_HOST=0.0.0.0
EXPOSE 8080
ENTRYPOINT ["cartograph"]
CMD ["serve"]
