# syntax=docker/dockerfile:1
# One image for the API and the workers; docker-compose.yml says which of them a container is.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm run build:web && rm -rf web && npm prune --omit=dev

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
RUN install --directory --owner=node --group=node /var/lib/kairyo
USER node
ENV KAIRYO_DATA=/var/lib/kairyo
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/src/worker/apiMain.js"]
