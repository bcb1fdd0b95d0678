// Prints of each webhook, given as {secret, headers, body} in the file, its type if its signature is right, else "wrong".
const { readFileSync } = require('fs');
const { Webhook } = require('standardwebhooks');

for (const { secret, headers, body } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  try {
    console.log(new Webhook(secret).verify(body, headers).type);
  } catch (error) {
    console.log('wrong');
  }
}
