/** The private keys of share holders in this browser: kept by the browser itself, which uses them and never hands them out. */
const databaseName = "plenary-sealing";
const storeName = "holder-keys";

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await database();
  try {
    return await new Promise<T>((resolve, reject) => {
      const asked = work(opened.transaction(storeName, mode).objectStore(storeName));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  } finally {
    opened.close();
  }
}

/** Keeps a private key under its public one. */
export async function keepHolderKey(publicKey: string, privateKey: CryptoKey): Promise<void> {
  await inStore("readwrite", (store) => store.put(privateKey, publicKey));
}

/** The private key of a public one; null where this browser does not hold it. */
export async function findHolderKey(publicKey: string): Promise<CryptoKey | null> {
  const found = await inStore<unknown>("readonly", (store) => store.get(publicKey));
  return found instanceof CryptoKey ? found : null;
}
