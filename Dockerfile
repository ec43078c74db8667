# docker build -t odbadge .
# docker run --rm -v "$PWD":/data odbadge check data/*.csv
FROM node:20-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY bin bin
COPY rules rules
COPY src src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-slim
ENV NODE_ENV=production
COPY --from=build /src/package.json /opt/odbadge/package.json
COPY --from=build /src/node_modules /opt/odbadge/node_modules
COPY --from=build /src/bin /opt/odbadge/bin
COPY --from=build /src/dist /opt/odbadge/dist
RUN chmod 0755 /opt/odbadge/bin/odbadge.js && ln -s /opt/odbadge/bin/odbadge.js /usr/local/bin/odbadge
# Reports are written as this user: mount a folder that it may write to, or use docker run --user.
USER node
WORKDIR /data
ENTRYPOINT ["odbadge"]
CMD ["--help"]
