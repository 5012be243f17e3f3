print("kaozheng")
