/** Jackson's place in the tests: a view on JSON answers, and the OpenAPI file. */
package io.github.pscsdk.proxy.internal.json;
