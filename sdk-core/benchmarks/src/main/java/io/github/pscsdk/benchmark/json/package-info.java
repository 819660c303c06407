/** The mapping of UserInfo beside the bare reading of its tokens. */
package io.github.pscsdk.benchmark.json;
