/**
 * Sessions and things to do in Redis: {@link io.github.pscsdk.sessionstore.redis.RedisStores} has both stores. Encrypt
 * them with a {@link io.github.pscsdk.sessionstore.KeyRing}: whoever reads a Redis server reads all of it.
 */
@NullMarked
package io.github.pscsdk.sessionstore.redis;

import org.jspecify.annotations.NullMarked;
