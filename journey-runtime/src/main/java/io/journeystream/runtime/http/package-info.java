/** What every HTTP service of ours does alike: server, problem details, errors without stack traces. */
package io.journeystream.runtime.http;
