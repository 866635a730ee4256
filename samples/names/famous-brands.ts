/** Well-known companies whose names no made-up company may carry, in Chinese and in Latin letters. */
export const famousBrands: readonly string[] = (
  '海尔 Haier 美的 Midea 格力 Gree 海信 Hisense 海康 Hikvision 大华 Dahua 华为 Huawei 中兴 小米 Xiaomi 联想 Lenovo ' +
  '腾讯 Tencent 阿里 Alibaba 百度 Baidu 京东 富士康 Foxconn 鸿海 比亚迪 BYD 宁德 CATL 亿纬 国轩 Gotion 欣旺达 Sunwoda 吉利 ' +
  'Geely 长城 奇瑞 Chery 长安 Changan 上汽 SAIC 一汽 东风 Dongfeng 广汽 理想 蔚来 NIO 小鹏 XPeng 特斯拉 Tesla 福耀 Fuyao 万向 ' +
  'Wanxiang 潍柴 Weichai 玉柴 Yuchai 三一 Sany 中联 Zoomlion 徐工 XCMG 柳工 Liugong 汇川 Inovance 埃斯顿 Estun 新松 Siasun ' +
  '亚德客 AirTAC 恒立 Hengli 艾迪 禾川 雷赛 Leadshine 信捷 Xinje 英威腾 Invt 正泰 Chint 德力西 Delixi 台达 Delta 固高 Googol ' +
  '绿的 双环 中大力德 国茂 拓斯达 Topstar 埃夫特 Efort 大族 先导 赢合 楚天 Truking 东富龙 Tofflon 隆基 Longi 通威 Tongwei ' +
  '天合 Trina 晶科 Jinko 阳光 Sungrow 金风 Goldwind 明阳 Mingyang 远景 Envision 中芯 SMIC 长鑫 华虹 北方华创 Naura 中微 AMEC ' +
  '立讯 Luxshare 歌尔 Goertek 蓝思 京东方 BOE 舜宇 Sunny 伊利 Yili 蒙牛 Mengniu 光明 娃哈哈 Wahaha 农夫 康师傅 统一 旺旺 双汇 ' +
  '恒瑞 Hengrui 恒大 Hengda Evergrande 复星 Fosun 石药 万华 Wanhua 恒力 荣盛 盛虹 新希望 万科 Vanke 顺丰 SF 京沪 中石油 ' +
  '中石化 Sinopec 宝钢 Baosteel 鞍钢 嘉吉 Cargill 西门子 Siemens 博世 Bosch 施耐德 Schneider 欧姆龙 Omron 三菱 Mitsubishi 松下 ' +
  'Panasonic 安川 Yaskawa 发那科 Fanuc 库卡 Kuka 费斯托 Festo 派克 Parker 力士乐 Rexroth 诺冠 Norgren 倍福 Beckhoff 罗克韦尔 ' +
  'Rockwell 艾默生 Emerson 霍尼韦尔 Honeywell 丹佛斯 Danfoss 格兰富 Grundfos 赛莱默 Xylem 阿法拉伐 巴鲁夫 Balluff 图尔克 Turck ' +
  '基恩士 Keyence 施迈赛 伊顿 Eaton 斯凯孚 舍弗勒 Schaeffler 采埃孚 麦格纳 Magna 大陆集团 Continental 巴斯夫 BASF 拜耳 Bayer ' +
  '雀巢 Nestle 联合利华 Unilever 可口可乐 百事 Pepsi 达能 Danone 利乐 Tetra 克朗斯 Krones 辉瑞 Pfizer 丰田 Toyota 本田 Honda 三星 ' +
  'Samsung 索尼 Sony 苹果 Apple 开封 Kaifeng 景德'
).split(' ')
